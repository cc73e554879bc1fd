from hall.numbering.codes import query_code, read_code, verify_code

LOOK_ALIKE = set("0ODQ1IL2Z5S8BUV")


def test_codes_hold_no_letter_that_can_be_mistaken_for_another():
    for code in [query_code() for _ in range(200)] + [verify_code() for _ in range(200)]:
        assert not LOOK_ALIKE & set(code)


def test_codes_do_not_repeat():
    assert len({query_code() for _ in range(2000)}) == 2000


def test_a_code_that_opens_a_page_alone_is_much_longer():
    assert (len(query_code()), len(verify_code())) == (10, 24)


def test_a_code_is_read_as_people_type_it():
    assert read_code(" 3c4-k7 ") == "3C4K7"
