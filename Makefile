# Needs only git, make and Python 3.11 or newer. PORT=8001 moves the address; HALL_* and DATABASE_URL: see README.
PYTHON ?= python3
export PORT

.PHONY: run test bench faults

run test bench faults:
	@"$(PYTHON)" -m deploy $@
