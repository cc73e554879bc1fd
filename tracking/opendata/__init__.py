"""Open data 开放数据: the register given out in bulk, once the whole of it was reviewed; organisations only."""
