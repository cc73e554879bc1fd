"""The public register 公示: masked, published text only, with no way back to the case."""
