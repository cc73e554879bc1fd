"""What tests begin with, made through the same deeds as the pages use."""
