-- Posts StreetSafe reports, each of them another: the same content twice counts once.
local counter, thread = 0, 0

function setup(t)
    t:set("number", thread)
    thread = thread + 1
end

function request()
    counter = counter + 1
    local road = string.format("Road %d of thread %d", counter, number)
    return wrk.format("POST", wrk.path, nil, wrk.body .. "&road=" .. road:gsub(" ", "+"))
end

function init(arguments)
    wrk.headers["Host"] = arguments[1]
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    wrk.body = arguments[2]
end

function done(summary)
    local errors = summary.errors
    io.write(string.format("requests %d status %d connect %d read %d write %d timeout %d\n",
        summary.requests, errors.status, errors.connect, errors.read, errors.write, errors.timeout))
end
