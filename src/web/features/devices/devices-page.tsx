import { useState } from 'react';
import type { z } from 'zod';
import {
  closeDeviceTask,
  DEVICE_KIND_LABELS,
  DEVICE_STATUS_LABELS,
  DEVICE_STATUSES,
  type Device,
  type DeviceStatus,
  type DeviceTask,
  listDevices,
  listDeviceTasks,
} from '#contracts/devices.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog, Tabs, useTab } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { RegisterDialog } from './register-dialog.tsx';

type Task = z.infer<typeof DeviceTask>;

const TABS = [
  { key: 'list', title: '设备' },
  { key: 'tasks', title: '待检修' },
] as const;

const SPECS: readonly FilterSpec[] = [
  { name: 'serial', label: '设备编号', kind: 'search', placeholder: '机身上的编号，完整输入' },
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: DEVICE_STATUSES.map(status => ({ value: status, label: DEVICE_STATUS_LABELS[status] })),
  },
];

const KEEPERS = ['street', 'community', 'centre', 'station'];

/** Devices and their upkeep; a silent device is a job here and never an alarm about the person. */
export default function DevicesPage() {
  const tab = useTab(TABS, 'view');
  const { areaName, organisationName, role } = useSession().currentPost;
  const [adding, setAdding] = useState(false);
  const mayKeep = KEEPERS.includes(role);
  return (
    <>
      <PageHeader
        title="智能设备"
        trail={[{ title: '守平安', to: '/desk/alarms' }]}
        facts={[organisationName ?? areaName, '没有消息的设备是检修任务，不是老人告警']}
      >
        {mayKeep && (
          <Button look="go" onClick={() => setAdding(true)}>
            登记设备
          </Button>
        )}
      </PageHeader>
      <Tabs label="看什么" tabs={TABS} name="view" />
      {tab === 'tasks' ? <Tasks mayKeep={mayKeep} /> : <Devices />}
      <RegisterDialog open={adding} close={() => setAdding(false)} />
    </>
  );
}

function Devices() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const toRecord = useRecordPath();
  const status = DEVICE_STATUSES.find(known => known === values.status) as DeviceStatus | undefined;
  const { serial } = values;
  const devices = usePagesOf(listDevices, {
    query: { limit: 50, ...(status && { status }), ...(serial && { serial: serial.trim().toUpperCase() }) },
  });
  const columns: readonly Column<Device>[] = [
    { key: 'serial', title: '编号', cell: row => row.serial, width: 180 },
    { key: 'kind', title: '种类', cell: row => DEVICE_KIND_LABELS[row.kind], width: 110 },
    {
      key: 'status',
      title: '状态',
      cell: row => <Chip tone={row.status === 'offline' ? 'over' : 'plain'}>{DEVICE_STATUS_LABELS[row.status]}</Chip>,
      width: 140,
    },
    {
      key: 'elder',
      title: '装在谁家',
      cell: row => {
        const to = row.elderId && toRecord(`/desk/elders/${row.elderId}`);
        if (!row.elderName) return <span className="mute">{row.elderId ? '本人档案不在您的权限里' : '未安装'}</span>;
        return to ? <TextLink to={to}>{row.elderName}</TextLink> : row.elderName;
      },
    },
    { key: 'installed', title: '安装', cell: row => row.installedOn && dateWords(row.installedOn, today), width: 120 },
    {
      key: 'last',
      title: '最近读数',
      cell: row => (row.lastReadingAt ? instantWords(row.lastReadingAt, today) : <span className="mute">还没有</span>),
      width: 150,
    },
    {
      key: 'rejected',
      title: '7天内退回',
      cell: row =>
        row.rejected > 0 && (
          <span className="sm red">
            {row.rejected}条，{row.rejectedReason}
          </span>
        ),
      optional: true,
    },
  ];
  return (
    <>
      <FilterBar name="devices" specs={SPECS} />
      <DataList
        name="devices"
        unit="只"
        columns={columns}
        answer={devices}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="设备">
            <EmptyState icon="water" title="还没有登记设备">
              给独居、失能的老年人装上智能水表后，在这里登记编号，拿到它自己的密钥。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

function Tasks({ mayKeep }: { mayKeep: boolean }) {
  const today = useBusinessDate();
  const tasks = usePagesOf(listDeviceTasks, { query: { limit: 50 } });
  const [closing, setClosing] = useState<Task | null>(null);
  const columns: readonly Column<Task>[] = [
    { key: 'what', title: '设备', cell: row => row.serial ?? `${row.deviceCount}只，同一街道`, width: 180 },
    { key: 'reason', title: '情况', cell: row => <span className="sm">{row.reason}</span> },
    { key: 'opened', title: '发现', cell: row => instantWords(row.openedAt, today), width: 150 },
    {
      key: 'act',
      title: '',
      width: 120,
      cell: row =>
        mayKeep && (
          <Button size="sm" onClick={() => setClosing(row)}>
            已处理
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataList
        name="device-tasks"
        unit="件"
        columns={columns}
        answer={tasks}
        rowKey={row => row.id}
        empty={
          <EmptyState icon="check" title="没有待检修的设备">
            超过6小时没有消息的设备会列在这里。
          </EmptyState>
        }
      />
      {closing && <CloseDialog task={closing} close={() => setClosing(null)} />}
    </>
  );
}

function CloseDialog({ task, close }: { task: Task; close: () => void }) {
  const write = useWrite(closeDeviceTask);
  return (
    <Dialog title="检修完成" open close={close}>
      <Form
        initial={{}}
        checks={closeDeviceTask.body}
        label="完成"
        look="ok"
        done={close}
        submit={(body: never) => write.mutateAsync({ params: { id: task.id }, body })}
      >
        <TextInput name="note" label="怎么处理的" hint="例如：换了电池，读数已恢复" />
      </Form>
    </Dialog>
  );
}
