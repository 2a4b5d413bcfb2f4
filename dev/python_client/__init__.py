"""The package in `clients/python`: its generated part, its wheel, and how that is tested."""
