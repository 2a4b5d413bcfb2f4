"""What an operator may do with a submission: cancel, retry, resolve, resume. Each is audited."""
