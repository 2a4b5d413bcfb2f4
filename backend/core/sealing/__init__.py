"""Values encrypted at rest: a data key for each organization, wrapped by the deployment's key."""
