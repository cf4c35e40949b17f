"""The service: the only place that knows the Anthropic SDK and the price data.

No object and no exception of either leaves this package. Both are imported late, inside
functions: the SDK alone takes a second.
"""
