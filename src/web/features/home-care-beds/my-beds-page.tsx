import { Link } from 'react-router';
import { BED_STATUS_LABELS } from '#contracts/home-care-bed-lifecycle.ts';
import { listBeds } from '#contracts/home-care-beds.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { ApplyForm } from './apply-form.tsx';
import './beds.css';

/** The elder's bed, or how to apply for one. */
export default function MyBedsPage() {
  const { elderId } = useSession().currentPost;
  const today = useBusinessDate();
  const beds = useQueryOf(listBeds, {});
  return (
    <>
      <h1>家庭养老床位</h1>
      <Loaded of={beds}>
        {({ rows }) => (
          <>
            {rows.map(row => (
              <Link key={row.id} className="elder-row" to={fill('/elder/beds/:id', { id: row.id })}>
                <span>
                  <b>{BED_STATUS_LABELS[row.status]}</b>
                  <em>
                    {dateWords(row.appliedOn, today)}申请{row.providerName && `，${row.providerName}`}
                  </em>
                </span>
                <Icon name="right" />
              </Link>
            ))}
            {elderId && rows.every(row => row.status === 'ended' || row.status === 'rejected') && (
              <ApplyForm large elderId={elderId} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
