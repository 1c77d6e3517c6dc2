import { FUNERAL_STATUS_LABELS, listFunerals } from '#contracts/benefits/funeral.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Loaded } from '../../ui/states.tsx';

/** On the family's home after a death; nothing before. */
export default function FuneralPanel() {
  const answer = useQueryOf(listFunerals, { query: { limit: 1 } });
  return (
    <Loaded of={answer} rows={1}>
      {({ rows }) =>
        rows.map(row => (
          <section key={row.id}>
            <h2>丧葬补贴</h2>
            <p className="elder-note">{FUNERAL_STATUS_LABELS[row.status]}</p>
            <LinkButton wide to={fill('/elder/funeral/:id', { id: row.id })}>
              {row.status === 'offered' ? '看看能不能申请' : '看进展'}
            </LinkButton>
          </section>
        ))
      }
    </Loaded>
  );
}
