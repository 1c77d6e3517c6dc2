import { Link } from 'react-router';
import { ADAPTATION_STATUS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { listAdaptations } from '#contracts/home-adaptations.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { ApplyForm } from './apply-form.tsx';

const OVER = ['settled', 'rejected', 'ended'];

/** The elder's own, or how to apply. */
export default function MyAdaptationsPage() {
  const { elderId } = useSession().currentPost;
  const today = useBusinessDate();
  const answer = useQueryOf(listAdaptations, { query: {} });
  return (
    <>
      <h1>家里的适老化改造</h1>
      <p className="elder-note">扶手、防滑、照明、报警……先有人上门看，再出方案，您同意了才动工。</p>
      <Loaded of={answer}>
        {({ rows }) => (
          <>
            {rows.map(row => (
              <Link key={row.id} className="elder-row" to={fill('/elder/adaptations/:id', { id: row.id })}>
                <span>
                  <b>{ADAPTATION_STATUS_LABELS[row.status]}</b>
                  <em>
                    {dateWords(row.appliedOn, today)}申请{row.providerName && `，${row.providerName}`}
                  </em>
                </span>
                <Icon name="right" />
              </Link>
            ))}
            {elderId && rows.every(row => OVER.includes(row.status)) && <ApplyForm large elderId={elderId} />}
          </>
        )}
      </Loaded>
    </>
  );
}
