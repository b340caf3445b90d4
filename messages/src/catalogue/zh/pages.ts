import type { enPages } from '../en/pages.ts'

export const zhPages = {
  'portal.labelled': '{label}：{value}',
  'portal.not-taken-up': '未审议',
  'portal.all': '全部',
  'portal.people': '与会人员',
  'portal.others': '其他',
  'portal.series-drawn': '系列会议至第{latest}次；公开记录{count}次',
  'portal.meeting-of': '{dialogue}{meeting}',
  'portal.work-record': '{meeting}公开记录',
  'portal.work-times': '{meeting}发言用时情况',
  'portal.work-times-of': '{side}：{time}',
  'portal.work-person': '{name}：历次与会及发言',
  'portal.person-office': '{office}{name}',
  'portal.reason-same-meeting': '同一次会议',
  'portal.reason-same-dialogue': '同一对话机制',
  'portal.reason-similar': '内容相近',
  'portal.languages-framed':
    '引用的外文均注明语言，以便读屏软件正确朗读。本站尚无相应词汇的语言，其页面以最接近的语言编排栏目。',
  'portal.claim-copyright': '著作权或其他专有权',
  'portal.claim-personal-image': '个人肖像',
  'portal.claim-personal-data': '个人信息或隐私',
  'portal.claim-defamation': '名誉或声誉',
  'portal.claim-other': '其他',
} as const satisfies Record<keyof typeof enPages, string>
