"""Bodies that come in and bodies that go out, apart."""
