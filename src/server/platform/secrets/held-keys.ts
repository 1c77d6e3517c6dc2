import type { Keys } from './keys.ts';

let held: Keys | undefined;

/** Set once at start, before anything is served; again only after a rotation. */
export function holdKeys(keys: Keys): void {
  held = keys;
}

export function heldKeys(): Keys {
  if (!held) throw new Error('密钥还没有装入：启动时应先调用 holdKeys');
  return held;
}
