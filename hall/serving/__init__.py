"""What ``make run`` keeps alive on one machine: web server, worker, beat, and the database beneath them."""
