"""Sources of shared data; settings.HALL_SHARED_SOURCES names those in use, each with the word of item files."""
