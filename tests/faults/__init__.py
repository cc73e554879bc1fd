"""``make faults``: kill what can be killed while work is going on, and look at what is left."""
