"""Requests for disclosure 依申请公开 (政府信息公开条例 Art. 27-45): each step in time, with its paper."""
