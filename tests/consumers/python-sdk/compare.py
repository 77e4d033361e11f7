"""Reads requests and answers, one JSON object a line, and says of each how the SDK for Python signs or judges it."""

import json
import sys

from wechatpayv3 import utils


def authorization(key, request):
    # The SDK asks the clock itself.
    utils.time.time = lambda: request["timestamp"]
    return utils.build_authorization(
        request["path"],
        request["method"],
        request["mchid"],
        request["serialNo"],
        key,
        data=request["body"],
        nonce_str=request["nonceStr"],
    )


def is_genuine(key, answer):
    return utils.rsa_verify(answer["timestamp"], answer["nonce"], answer["body"], answer["signature"], key.public_key())


def main():
    key = utils.load_private_key(json.loads(sys.stdin.readline()))
    for line in sys.stdin:
        given = json.loads(line)
        judge = authorization if "path" in given else is_genuine
        print(json.dumps(judge(key, given)))


main()
