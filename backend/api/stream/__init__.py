"""Live views over Server-Sent Events, served by the stream process."""
