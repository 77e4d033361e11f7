/** The values of options that are chosen from a list. */

import type { Host, Profile, Scheme, UnknownKeys } from "../bridge/types.js";

export const PROFILES: readonly Profile[] = ["partner", "merchant"];
export const UNKNOWN_KEYS: readonly UnknownKeys[] = ["warn", "refuse", "drop"];
export const HOSTS: readonly Host[] = ["main", "backup"];
export const SCHEMES: readonly Scheme[] = ["WECHATPAY2-SHA256-RSA2048", "WECHATPAY2-SM2-WITH-SM3"];
