import { Slot } from '../../slot.tsx';

const note = (words: string) => <p className="wall-note">{words}</p>;

/** Six figures, one map, live alarms. */
export default function ScreenHomePage() {
  return (
    <>
      <section className="wall-figures" aria-label="主要数字">
        <Slot name="screen.figures" empty={note('数字还没有接上，接上后这里是六个数和各自的截至时间。')} />
      </section>
      <section className="wall-map" aria-label="地图">
        <Slot name="screen.map" empty={note('地图还没有接上。')} />
      </section>
      <section className="wall-alarms" aria-label="正在处理的告警">
        <Slot name="screen.alarms" empty={note('告警还没有接上，请以值守电话为准。')} />
      </section>
    </>
  );
}
