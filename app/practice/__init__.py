"""The service, simulated: made-up answers with no key, no network and no cost."""
