"""What other libraries make of the bodies of forms.

Reads cases from standard input, one JSON object a line: {"type": the Content-Type, "body": base64}. Answers each, in
order, with one JSON line for each library that knows the type:

    {"library": "werkzeug", "parts": [{"name": …, "filename": …, "type": …, "bytes": …}, …]}
    {"library": "werkzeug", "refused": "ValueError"}

All four are bytes in base64; the first three may be null. Ends with an error where a case makes no sense.
"""

import base64
import io
import json
import logging
import sys
from urllib.parse import parse_qsl, unquote_to_bytes

from python_multipart.multipart import create_form_parser
from werkzeug.formparser import FormDataParser
from werkzeug.http import parse_options_header
from werkzeug.sansio.multipart import Data, Epilogue, Field, File, MultipartDecoder

URL_ENCODED = "application/x-www-form-urlencoded"

# As many and as long header lines as our decoder takes: no standard says anything about limits.
PYTHON_MULTIPART = {"UPLOAD_ERROR_ON_BAD_CTE": True, "MAX_HEADER_COUNT": 16, "MAX_HEADER_SIZE": 8192}


class Unfinished(Exception):
    """The parser had not seen the end of the body. python-multipart leaves it to its caller to find that out."""


def part(name, filename, kind, content):
    return {"name": name, "filename": filename, "type": kind, "bytes": content}


def python_multipart(content_type, body):
    parts = []
    ended = []

    def on_field(field):
        kind = field.content_type
        parts.append(part(field.field_name, None, kind and kind.encode("latin-1"), field.value or b""))

    def on_file(file):
        file.file_object.seek(0)
        kind = file.content_type
        parts.append(part(file.field_name, file.file_name, kind and kind.encode("latin-1"), file.file_object.read()))

    parser = create_form_parser({"Content-Type": content_type}, on_field, on_file, config=PYTHON_MULTIPART)
    parser.on_end = lambda: ended.append(True)
    parser.write(body)
    parser.finalize()
    if not ended:
        raise Unfinished
    return parts


def python_multipart_url_encoded(content_type, body):
    """The parser separates the fields; what is in them is decoded by its callers, as Starlette does."""
    fields = python_multipart(content_type, body)
    for field in fields:
        field["name"] = unquote_to_bytes(field["name"].replace(b"+", b" "))
        field["bytes"] = unquote_to_bytes(field["bytes"].replace(b"+", b" "))
    return fields


def werkzeug(content_type, body):
    kind, options = parse_options_header(content_type)
    boundary = options.get("boundary", "").encode("ascii")
    # The media type as werkzeug's requests take it: without regard to case.
    if kind.lower() != "multipart/form-data" or not boundary:
        raise ValueError
    decoder = MultipartDecoder(boundary)
    decoder.receive_data(body)
    decoder.receive_data(None)
    parts = []
    while not isinstance(event := decoder.next_event(), Epilogue):
        if isinstance(event, (Field, File)):
            filename = event.filename if isinstance(event, File) else None
            parts.append(part(event.name, filename, event.headers.get("content-type"), b""))
        elif isinstance(event, Data):
            parts[-1]["bytes"] += event.data
    return parts


def werkzeug_url_encoded(content_type, body):
    # A list keeps the order of fields of different names, which werkzeug's own dictionary does not.
    parser = FormDataParser(cls=list, silent=False)
    fields = parser.parse(io.BytesIO(body), content_type, len(body))[1]
    return [part(name, None, None, value) for name, value in fields]


def urllib_url_encoded(content_type, body):
    # By way of Latin-1, each byte is a character that means itself.
    fields = parse_qsl(body.decode("latin-1"), keep_blank_values=True, strict_parsing=True, encoding="latin-1")
    return [part(name.encode("latin-1"), None, None, value.encode("latin-1")) for name, value in fields]


MULTIPART_LIBRARIES = {"python-multipart": python_multipart, "werkzeug": werkzeug}
URL_ENCODED_LIBRARIES = {
    "python-multipart": python_multipart_url_encoded,
    "werkzeug": werkzeug_url_encoded,
    "urllib": urllib_url_encoded,
}


def base64_text(value):
    if value is None:
        return None
    return base64.b64encode(value.encode() if isinstance(value, str) else value).decode()


def answers(content_type, body):
    libraries = URL_ENCODED_LIBRARIES if content_type == URL_ENCODED else MULTIPART_LIBRARIES
    for library, decode in libraries.items():
        answer = {"library": library}
        try:
            parts = decode(content_type, body)
        except Exception as error:
            answer["refused"] = type(error).__name__
        else:
            answer["parts"] = [{key: base64_text(value) for key, value in part.items()} for part in parts]
        yield answer


def main():
    # Both libraries log what they refuse.
    logging.disable()
    for line in sys.stdin:
        case = json.loads(line)
        for answer in answers(case["type"], base64.b64decode(case["body"], validate=True)):
            print(json.dumps(answer))


if __name__ == "__main__":
    main()
