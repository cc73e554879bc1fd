"""What every room's API stands on: who asks, what may be sent, paging, and how the schema tells refusals."""
