"""The data plane: plain blocking Python in worker threads; knows neither Qt nor asyncio.

Values go in (`TransferSpec`), a value or one exception comes out (`TransferResult`,
`TransferFailed`, `TransferStopped`); in between only counters and the calls of `TransferListener`.
"""
