import { type Consent, decideConsent, listConsents } from '#contracts/consents.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { standsWords } from './consent-words.ts';

/** One purpose after another, large: what is asked, what holds, one button to change it. */
export default function MyConsentsPage() {
  const { elderId } = useSession().currentPost;
  const params = { elderId: elderId ?? '' };
  const answer = useQueryOf(listConsents, { params });
  return (
    <Loaded whole of={answer}>
      {({ rows }) => (
        <>
          <h1>我的同意</h1>
          <p className="elder-note">同意不同意由您说了算，随时可以改。家属替您点的，会写明是家属代办。</p>
          {rows.map(row => (
            <One key={row.purpose} row={row} elderId={params.elderId} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function One({ row, elderId }: { row: Consent; elderId: string }) {
  const today = useBusinessDate();
  const write = useWrite(decideConsent);
  const decision = row.allowed ? 'refused' : 'given';
  const body = { purpose: row.purpose, decision, textVersion: row.textVersion } as const;
  return (
    <section>
      <h2>{row.name}</h2>
      <p className="elder-note">{row.text}</p>
      <p>
        <b>现在：{row.allowed ? '可以' : '不可以'}</b>
      </p>
      <p className="elder-note">{standsWords(row, today)}</p>
      <Button
        wide
        size="lg"
        busy={write.isPending}
        because={row.disabledBecause}
        onClick={() => write.mutate({ params: { elderId }, body })}
      >
        {row.allowed ? '我不同意' : '我同意'}
      </Button>
      {write.error && <ErrorState error={write.error} />}
    </section>
  );
}
