"""The processes of a stack: started, watched, and stopped with all their children."""
