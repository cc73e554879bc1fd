"""Figures of disclosure: in time or late, withheld on which ground, by department and period (条例 Art. 49, 50)."""
