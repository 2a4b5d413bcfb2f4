"""Many failed submissions, taken up again by one action while its workers are killed."""
