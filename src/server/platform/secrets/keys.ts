import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { z } from 'zod';

/**
 * The key file: who holds it can read every sealed record and sign log heads. It lives outside the data folder so
 * that a backup of the data never carries its own keys (GB/T 39786—2021 密钥管理). Old ids stay: they open old records.
 */
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const KeyFile = z.object({
  version: z.literal(1),
  current: z.string(),
  keys: z.record(
    z.string().regex(/^[a-z0-9-]{1,32}$/),
    z.object({ createdAt: z.string(), sealEncryption: hex(16), sealMac: hex(32), blindIndex: hex(32) }),
  ),
  signing: z.object({
    current: z.string(),
    keys: z.record(z.string(), z.object({ createdAt: z.string(), privateKey: z.string(), publicKey: z.string() })),
  }),
});
type KeyFile = z.infer<typeof KeyFile>;

/** One generation of the three independent secret keys (SM4 128 bit; two HMAC-SM3 keys 256 bit). */
export type DataKeys = { id: string; sealEncryption: Buffer; sealMac: Buffer; blindIndex: Buffer };
export type SigningKeys = { id: string; privateKey: KeyObject; publicKeys: ReadonlyMap<string, KeyObject> };

/** All keys in memory. `data.get(id)` opens old records; `current` seals new ones. */
export type Keys = { current: DataKeys; data: ReadonlyMap<string, DataKeys>; signing: SigningKeys };

/** Says in Chinese what is wrong with the key file; never contains a key. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/**
 * Reads the key file, or makes it when `create` is true. A server whose database already holds sealed records must
 * pass `create: false`: a fresh key beside old records would only hide that the right file is missing.
 */
export function loadKeys(at: { file: string; dataFolder: string; create: boolean }): Keys {
  const file = resolve(at.file);
  refuseInsideDataFolder(file, resolve(at.dataFolder));
  if (!exists(file)) {
    if (!at.create)
      throw new KeyFileError(`找不到密钥文件 ${file}。库里已有加密的个人信息，请先把原来的密钥文件放回，不能新建`);
    createKeyFile(file);
  }
  const mode = statSync(file).mode & 0o777;
  if (mode & 0o077) {
    throw new KeyFileError(`密钥文件 ${file} 的权限是 ${mode.toString(8)}，别的用户也能读。请执行 chmod 600 后再启动`);
  }
  return parse(file);
}

/** Adds a new generation of data keys and makes it current; old ids stay so that old records still open. */
export function rotateKeys(file: string, newId: string): Keys {
  const old = read(file);
  if (old.keys[newId]) throw new KeyFileError(`密钥编号 ${newId} 已经用过，请换一个`);
  const next: KeyFile = { ...old, current: newId, keys: { ...old.keys, [newId]: freshDataKeys() } };
  renameSync(writeDraft(file, next), file);
  return parse(file);
}

function refuseInsideDataFolder(file: string, dataFolder: string): void {
  const way = relative(dataFolder, file);
  if (way === '' || !(way === '..' || way.startsWith(`..${sep}`))) {
    throw new KeyFileError(`密钥文件不能放在数据目录里（${dataFolder}），否则备份会把密钥一起带走。请改配置到别的目录`);
  }
}

function createKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const createdAt = new Date().toISOString();
  const pair = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const signing = {
    createdAt,
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  writeNew(file, {
    version: 1,
    current: 'k1',
    keys: { k1: freshDataKeys() },
    signing: { current: 's1', keys: { s1: signing } },
  });
}

const freshDataKeys = () => ({
  createdAt: new Date().toISOString(),
  sealEncryption: randomBytes(16).toString('hex'),
  sealMac: randomBytes(32).toString('hex'),
  blindIndex: randomBytes(32).toString('hex'),
});

/** Whole or not at all, and never over an existing file: two servers starting together must end with one key file. */
function writeNew(file: string, content: KeyFile): void {
  const draft = writeDraft(file, content);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

function writeDraft(file: string, content: KeyFile): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const fd = openSync(draft, 'wx', 0o600);
  try {
    writeSync(fd, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return draft;
}

function read(file: string): KeyFile {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The cause is dropped on purpose: a parser's message quotes the text it failed on, and that text is keys.
    throw new KeyFileError(`密钥文件 ${file} 读不懂，可能被改坏了。请从备份恢复，不要手工修改`);
  }
}

function parse(file: string): Keys {
  const content = read(file);
  const data = new Map<string, DataKeys>();
  for (const [id, k] of Object.entries(content.keys)) {
    const [sealEncryption, sealMac, blindIndex] = [k.sealEncryption, k.sealMac, k.blindIndex].map(h =>
      Buffer.from(h, 'hex'),
    ) as [Buffer, Buffer, Buffer];
    data.set(id, { id, sealEncryption, sealMac, blindIndex });
  }
  const current = data.get(content.current);
  const signing = content.signing.keys[content.signing.current];
  if (!current || !signing) throw new KeyFileError(`密钥文件 ${file} 缺少正在使用的密钥，请从备份恢复`);
  // Always from PEM: a key fresh from generateKeyPair signs plain ECDSA on the SM2 curve, a loaded one signs real SM2.
  const publicKeys = new Map(Object.entries(content.signing.keys).map(([id, k]) => [id, createPublicKey(k.publicKey)]));
  return {
    current,
    data,
    signing: { id: content.signing.current, privateKey: createPrivateKey(signing.privateKey), publicKeys },
  };
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
