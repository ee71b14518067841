import socket

import pytest

from awardgen.errors import AwardgenError
from awardgen.serving.address import Address, open_address


@pytest.mark.parametrize("host", ["127.0.0.1:80", "localhost:80", "LOCALHOST:80"])
def test_this_machine_alone_answers_to_its_own_names(host):
    assert Address("127.0.0.1", 80).answers_to(host)


@pytest.mark.parametrize(
    "host", ["evil.example:80", "127.0.0.1:81", "127.0.0.1", "", "127.0.0.1.evil.example:80", "10.0.0.9:80"]
)
def test_it_answers_to_no_other(host):
    assert not Address("127.0.0.1", 80).answers_to(host)


def test_all_addresses_of_a_machine_are_answered_to_by_number_and_name():
    address = Address("0.0.0.0", 80, "secret")  # noqa: S104 - nothing listens
    assert address.answers_to("192.168.1.5:80")
    assert address.answers_to(f"{socket.gethostname()}:80")
    assert not address.answers_to("evil.example:80")


def test_alone_it_needs_no_token_and_with_others_it_has_one():
    for host, has_token in ((None, False), ("127.0.0.1", True)):
        address, listening = open_address(host, 0)
        listening.close()
        assert bool(address.token) is has_token
        assert (f"?token={address.token}" in address.url) is has_token


def test_a_taken_port_is_told():
    first, listening = open_address(None, 0)
    with listening, pytest.raises(AwardgenError, match=f"{first.port}端口已被占用"):
        open_address(None, first.port)


def test_without_a_choice_the_next_free_port_is_taken():
    first, one = open_address(None, None)
    with one:
        second, other = open_address(None, None)
        other.close()
    assert second.port > first.port


def test_an_address_of_another_machine_is_told():
    with pytest.raises(AwardgenError, match="没有这个地址"):
        open_address("192.0.2.1", 0)
