"""What happens to a disclosure after it was published (政府信息公开条例 Art. 6, 17, 37; domain.md §8.2).

Corrected, taken back or published again, always with a second pair of eyes: before, or in an emergency after.
"""
