import { type Correction, readSealedCorrection } from '#contracts/elders/corrections.ts';
import { REVEAL_PURPOSES, revealElder } from '#contracts/elders/record.ts';
import { call } from '../../api.ts';
import { Masked } from '../../ui/overlay.tsx';
import { Table } from '../../ui/record-parts.tsx';

/** Before and after, side by side; whole numbers only after naming a purpose. */
export function CorrectionFields({ row }: { row: Correction }) {
  const moved = row.status === 'proposed' && row.fields.some(field => field.other);
  const sealed = row.fields.filter(field => field.sealed);
  return (
    <section className="file-section">
      <Table
        caption="改前和改后"
        columns={[
          { key: 'field', title: '项目' },
          { key: 'before', title: '原来' },
          { key: 'after', title: '改成' },
          ...(moved ? [{ key: 'now', title: '现在' }] : []),
        ]}
      >
        {row.fields.map(field => (
          <tr key={field.field}>
            <td>{field.label}</td>
            <td>{field.before}</td>
            <td>
              <b>{field.after}</b>
            </td>
            {moved && <td>{field.other ? `${field.now}（${field.other.by}改）` : field.now}</td>}
          </tr>
        ))}
      </Table>
      {sealed.length > 0 && row.status === 'proposed' && (
        <Masked
          values={sealed.map(field => `${field.label} ${field.before} 改成 ${field.after}`)}
          purposes={REVEAL_PURPOSES}
          seenBy="本人和家属"
          reveal={async purpose => {
            const asked = await call(revealElder, {
              params: { id: row.elderId },
              body: {
                purpose: purpose as (typeof REVEAL_PURPOSES)[number],
                fields: ['identity', 'phone', 'door', 'note'],
              },
            });
            const { rows } = await call(readSealedCorrection, { params: { id: row.id, revealId: asked.revealId } });
            return rows.map(one => `${one.label} ${one.before} 改成 ${one.after}`);
          }}
        />
      )}
    </section>
  );
}
