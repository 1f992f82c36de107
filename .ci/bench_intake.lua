-- Posts reports, each of them another: the same content within ten minutes counts once.
--
-- Arguments: the body without its last field, and a name for the round that no other round has.
local count, threads = 0, 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(arguments)
    local body = string.format("%s&road=Road+%s+%d+", arguments[1], arguments[2], number)
    head = table.concat({
        "POST " .. wrk.path .. " HTTP/1.1",
        "Host: " .. wrk.host,
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " .. #body + 9,
        "",
        body,
    }, "\r\n")
end

function request()
    count = count + 1
    return head .. string.format("%09d", count)
end

-- Latencies are in microseconds.
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        '{"requests": %d, "microseconds": %d, "errors": %d, "median": %d, "p99": %d}\n',
        summary.requests, summary.duration, errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(99)))
end
