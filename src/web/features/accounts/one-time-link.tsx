import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/states.tsx';

/** 32 random bytes as text; made here, so that no answer of the server ever carries it. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Shows the link once, to be copied or read out to its holder. */
export function OneTimeLink({ token, name }: { token: string; name: string }) {
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}/set-password?token=${token}`;
  return (
    <Note tone="ok" title={`请把这个链接交给${name}，由本人设密码`}>
      <p>
        <code className="one-time-link">{link}</code>
      </p>
      <p>三天内有效，只能用一次，只在这里显示这一次。</p>
      <Button size="sm" onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>
        {copied ? '已复制' : '复制链接'}
      </Button>
    </Note>
  );
}
