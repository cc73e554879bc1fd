"""Keys are made once, by whoever starts first, and old ones go on decrypting."""

from concurrent.futures import ThreadPoolExecutor

from hall.keyring import development_secret, ring


def test_the_first_start_makes_a_key(tmp_path):
    assert len(ring(tmp_path, "field")[1]) == 32


def test_the_key_file_is_for_its_owner_only(tmp_path):
    ring(tmp_path, "field")
    assert (tmp_path / "field-1.key").stat().st_mode & 0o077 == 0


def test_starts_at_the_same_time_agree_on_one_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: development_secret(tmp_path), range(8)))
    assert len(secrets) == 1


def test_the_newest_key_seals_and_the_older_one_still_opens(tmp_path, settings):
    from hall.crypto import seal, unseal

    settings.KEY_DIR = tmp_path
    old = seal("旧")
    (tmp_path / "field-2.key").write_bytes(b"2" * 32)
    ring.cache_clear()
    assert seal("新").startswith("sm4:2:")
    assert unseal(old) == "旧"
