"""Asking the applicant before their case is published: shown, asked, answered, judged. One deed a module.

行政许可法 Art. 5, 40; 政府信息公开条例 Art. 32, 37; domain.md §8.2. Every grant shows its applicant the public words;
only one whose applicant marked a secret is asked and waits for the answer, or for the end of the period.

domain.md §8.2 leaves a choice: publish the masked version first and the contested part later, or wait. Here the
publication waits while the applicant is asked and while an objection is open, and the time is taken out of the seven
working days: what was published cannot be called back, the public words are one text in which a program cannot tell
the contested part, and an objection that is upheld in part gives just that: the text without it, published at once.
"""
