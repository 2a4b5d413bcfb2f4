"""What a workflow's definition means: read, checked and compiled without a server.

The server imports it, and the `waybill` command line carries it to check files offline. So nothing
here knows Django, a database or a connector.
"""
