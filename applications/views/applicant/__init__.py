"""Pages of the person who applies: filing, following and correcting their own cases."""
