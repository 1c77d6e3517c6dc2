import { REPORT_LABELS, type Report } from '#contracts/publications.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Drawer } from '../../ui/overlay.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { instantWords } from '../../ui/words.ts';

/** All versions of the period, and who took which step on this one. */
export function HistoryDrawer({ report, close }: { report: Report; close: () => void }) {
  const today = useBusinessDate();
  return (
    <Drawer title="版本和过程" note={`共${report.versions.length}版`} close={close}>
      <ul className="versions">
        {report.versions.map(version => (
          <li key={version.id}>
            {version.id === report.id ? (
              <b>第{version.version}版（正在看）</b>
            ) : (
              <TextLink to={`/desk/reports/${version.id}`}>第{version.version}版</TextLink>
            )}
            <span className="sm mute">{REPORT_LABELS[version.status]}</span>
          </li>
        ))}
      </ul>
      <section>
        <h3>这一版的过程</h3>
        <Timeline
          items={report.steps.map(step => ({
            key: `${step.at}${step.action}`,
            at: instantWords(step.at, today),
            text: (
              <>
                {step.actor} {step.from === null ? '起草' : step.label}
                {step.note && <span className="row-note">{step.note}</span>}
              </>
            ),
          }))}
        />
      </section>
    </Drawer>
  );
}
