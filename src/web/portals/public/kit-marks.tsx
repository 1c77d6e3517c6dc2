import { useState } from 'react';
import { Button, LinkButton, TextButton, TextLink } from '../../ui/button.tsx';
import { ICON_NAMES, Icon } from '../../ui/icon.tsx';
import { Chip, DemoMark, DueChip, Figure, Figures, RiskMark, TagWithReason } from '../../ui/marks.tsx';
import { Dialog, Drawer, Masked, Pager, Tabs } from '../../ui/overlay.tsx';
import { NextStep, SectionHead } from '../../ui/page-header.tsx';
import { HopLine, ProgressBar, Stepper, Timeline } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Note, Skeleton } from '../../ui/states.tsx';

const RISKS = ['red', 'orange', 'yellow', 'blue'] as const;
const ERROR = {
  body: {
    code: 'platform.offline',
    message: '没有保存成功：和服务器的连接断了',
    doNext: '连上后可以重试',
    requestId: '7F2A-0611',
  },
};

export function KitMarks() {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(1);
  return (
    <>
      <SectionHead title="按钮" note="一屏只有一个柿色" />
      <div className="row-flex">
        <Button look="go">催办签约</Button>
        <Button look="ok">重试</Button>
        <Button>改责任人</Button>
        <Button icon="download">导出</Button>
        <Button look="go" busy>
          正在导出
        </Button>
        <Button look="ok" because="床位还没有验收，不能签约">
          签约
        </Button>
        <Button size="sm">小按钮</Button>
        <LinkButton to="/dev/ui">链接按钮</LinkButton>
        <TextLink to="/dev/ui">看证据</TextLink>
        <TextButton>展开</TextButton>
      </div>
      <SectionHead title="图标" />
      <div className="row-flex">
        {ICON_NAMES.map(name => (
          <span key={name} className="xs mute row-flex">
            <Icon name={name} />
            {name}
          </span>
        ))}
      </div>
      <SectionHead title="标签、时限、风险" />
      <div className="row-flex">
        <Chip>在册</Chip>
        <Chip tone="plain">草稿</Chip>
        <Chip tone="over">退回</Chip>
        <Chip tone="today">待传</Chip>
        <Chip tone="doubt">存疑</Chip>
        <DueChip due={{ kind: 'over', workingDays: 2 }} />
        <DueChip due={{ kind: 'today', by: '12:00' }} />
        <DueChip due={{ kind: 'left', workingDays: 4 }} />
        <DueChip due={{ kind: 'done' }} />
        {RISKS.map(risk => (
          <RiskMark key={risk} risk={risk} />
        ))}
        <DemoMark />
        <TagWithReason tag="高龄独居" reason="年满80岁，5月28日入户核实为独居" />
      </div>
      <Figures>
        <Figure name="在册“老老人”" value="1,946" unit="人" asOf="6月11日06:00" to="/dev/ui" />
        <Figure name="本月应探访已探访" value="412" unit="" base="/ 538人，76.6%" asOf="9:10" note="126人未到" />
      </Figures>
      <NextStep
        due={{ kind: 'over', workingDays: 2 }}
        title="签订家庭养老床位合同"
        note="应于6月9日办结，等服务商签章。"
      />
      <SectionHead title="经过" />
      <Stepper
        label="家庭养老床位"
        steps={[
          { key: 'a', label: '申请', state: 'done', note: '5月14日 女儿' },
          { key: 'b', label: '评估', state: 'done', note: '5月20日 两名评估员' },
          { key: 'c', label: '签约', state: 'now', note: '6月9日应办结' },
          { key: 'd', label: '服务中', state: 'later', note: '每月24小时起' },
        ]}
      />
      <HopLine
        hops={[
          { key: 'a', label: '告警', at: '8:47', state: 'done' },
          { key: 'b', label: '派人', at: '9:01', state: 'now' },
          { key: 'c', label: '到场', at: '—', state: 'later' },
        ]}
      />
      <Timeline
        items={[
          { key: 'a', at: '6月13日，计划', text: '探访：独居重点人群', kind: 'plan' },
          { key: 'b', at: '6月8日02:40', text: '用水异常告警，15分钟到场', kind: 'warn' },
          { key: 'c', at: '6月5日14:20', text: '床位验收通过' },
        ]}
      />
      <ProgressBar
        label="导入进度"
        done={2806}
        total={4240}
        bad={37}
        counts={[
          { label: '已处理', value: '2,806', unit: '/ 4,240行' },
          { label: '退回', value: '37', bad: true },
          { label: '还需', value: '70', unit: '秒' },
        ]}
      >
        <Button size="sm">停止导入</Button>
      </ProgressBar>
      <SectionHead title="提示和状态" />
      <Note title="一般提示">关掉页面不影响导入。</Note>
      <Note tone="warn">“截至目前”没有写日期。</Note>
      <Note tone="ok" title="导入完成：4,203行入册，37行退回" />
      <ErrorState error={ERROR} kept="您填的14项已存在本机草稿" retry={() => undefined} />
      <EmptyState icon="walk" title="本周没有要走访的老人" acts={<Button size="sm">从重点人群里挑</Button>}>
        下一批在6月16日生成。
      </EmptyState>
      <Skeleton />
      <SectionHead title="对话、分栏、遮盖" />
      <Button onClick={() => setOpen(true)}>打开对话</Button>
      <Dialog title="停发原因" open={open} close={() => setOpen(false)}>
        <p>这次停发会通知本人和家属。</p>
      </Dialog>
      <Tabs
        label="记录"
        tabs={[
          { key: 'a', title: '待遇', count: 3 },
          { key: 'b', title: '服务' },
        ]}
      />
      <Pager at={at} of={3} unit="条" move={setAt} />
      <Masked
        values={['身份证 110199********002X', '手机 199****0118']}
        purposes={['催办签约', '告警处置']}
        reveal={() => Promise.resolve(['身份证 110199193803120029', '手机 19900000118'])}
        seenBy="本人和家属"
      />
      <div className="with-drawer">
        <p className="doc">公文原文用宋体，两端对齐，行距宽。</p>
        <Drawer title="108 + 30 + 62 = 200" note="第8项，指标 农村邻里互助点" close={() => undefined}>
          <p className="sm">口径：当年任务内、通过区级验收的计为已完工。</p>
        </Drawer>
      </div>
    </>
  );
}
