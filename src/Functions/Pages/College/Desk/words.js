// The words of the upload page, in the language of the page.

const isEnglish = document.documentElement.lang === 'en';

/**
 * The text of the page's language.
 * @param {string} chinese the text in Chinese
 * @param {string} english the text in English
 */
export function say(chinese, english) {
  return isEnglish ? english : chinese;
}

/** The faults of files that are not sent, each with what to do. */
const faults = {
  name: ['文件名不是有效的身份证号，应为“身份证号.jpg”。', 'The file name is no valid ID number; it has to be “ID number.jpg”.'],
  'name-date': ['文件名不是有效的身份证号：出生日期不存在。请核对后改名。', 'The ID number in the file name has a birth date that does not exist.'],
  'name-checksum': [
    '文件名不是有效的身份证号：校验位不符，可能有一位数字写错。请核对后改名。',
    'The ID number in the file name fails its check digit: one of its digits may be wrong.',
  ],
  empty: ['文件是空的，或无法读取。请重新复制后再选。', 'The file is empty, or cannot be read. Copy it anew and choose it again.'],
  unreadable: ['文件无法读取：可能已移动、改名，或还在云盘中未下载。', 'The file cannot be read: it was moved or renamed, or is still in a cloud drive.'],
  heic: [
    '这是苹果手机的HEIC格式，平台不接受。请在手机“设置-相机-格式”中选“兼容性最佳”后重拍，或导出为JPG。',
    'This is HEIC, as iPhones write it, which is not accepted. Set Camera, Formats to “Most Compatible”, or export the photo as JPG.',
  ],
  format: ['不是JPG格式。请使用拍摄单位提供的JPG原图，不要只改扩展名。', 'This is no JPG. Use the JPG of the photo unit; renaming the file does not help.'],
  archive: ['这是压缩包。请先解压，再选择其中的照片。', 'This is an archive. Unpack it and choose the photos in it.'],
  'no-photo': ['不是照片，或文件已损坏。', 'This is no photo, or it is damaged.'],
};

/** Why a photo did not get through. */
const troubles = {
  unanswered: ['网络中断。', 'The network broke off.'],
  busy: ['存储服务繁忙。', 'The storage is busy.'],
  'link-over': ['上传链接已过期或无效。', 'The upload link was over.'],
  'in-inbox': ['该身份证号的上一张照片仍在收件箱等待检测。', 'The last photo for this ID number still waits in the inbox.'],
  changed: ['文件在选择后被移动或改动。请重新选择。', 'The file was moved or changed after it was chosen. Choose it again.'],
  'no-links': ['暂时无法取得上传链接。', 'There are no upload links at the moment.'],
  'no-etag': ['已上传；结果请在学生名单中查看。', 'Sent; see the list of students for what becomes of it.'],
  'storage-refused': ['存储服务拒绝了此文件。', 'The storage refused the file.'],
};

/** What becomes of photos: the word, how it looks, and a sentence where there are no reasons. */
const outcomes = {
  accepted: ['审核通过', 'Accepted', 'good'],
  'in-review': ['待人工审核', 'Waits for a person', 'waits'],
  rejected: ['检测未通过', 'Rejected', 'bad'],
  unchanged: ['与已处理的照片相同', 'Same photo as before', '', '这张照片此前已处理过，结果不变。', 'This photo was decided before; nothing changed.'],
  superseded: ['已被更新的照片取代', 'Another photo counts', 'waits', '该学生有更新的照片，以那张为准。', 'The student has a newer photo, which counts.'],
  'photo-locked': ['照片已锁定', 'The photo is locked', 'waits', '该学生的照片已审核通过，不再更换。', 'The student has an accepted photo, which stays.'],
  quarantined: ['已隔离', 'Set apart', 'bad', '照片已保存，但没有匹配到学生。', 'The photo is kept, but matched no student.'],
};

/** Where a photo stands before its outcome. */
const states = {
  reading: ['检查中', 'Being read', ''],
  faulty: ['不能上传', 'Cannot be sent', 'bad'],
  ready: ['可以上传', 'Ready', ''],
  queued: ['排队中', 'Queued', ''],
  sending: ['上传中', 'Sending', ''],
  again: ['将重试', 'Tried again soon', 'waits'],
  inbox: ['已在收件箱，稍后再传', 'One is in the inbox: sent again soon', 'waits'],
  taken: ['已上传，检测中', 'Sent, being checked', ''],
  failed: ['上传失败', 'Not sent', 'bad'],
};

/**
 * The sentence for a fault.
 * @param {string} code the fault
 * @param {{ maxBytes: number, other?: string }} facts what the sentence tells
 */
export function faultText(code, { maxBytes, other }) {
  const most = maxBytes < 1024 * 1024 ? `${Math.floor(maxBytes / 1024)} KB` : `${Math.floor(maxBytes / 1024 / 1024)} MB`;
  switch (code) {
    case 'too-large':
      return say(`文件超过${most}。`, `The file has more than ${most}.`);
    case 'duplicate':
      return say(`与“${other}”是同一身份证号，请只保留一张。`, `It is for the same ID number as “${other}”: keep one of them.`);
    case 'on-its-way':
      return say('该身份证号的另一张照片正在上传。', 'Another photo for this ID number is on its way.');
    default:
      return say(...faults[code]);
  }
}

/**
 * The sentence for what went wrong on the way.
 * @param {{ code: string, messageZh?: string, messageEn?: string }} trouble what went wrong
 */
export function troubleText({ code, messageZh, messageEn }) {
  const told = messageZh ? say(messageZh, messageEn) : '';
  return troubles[code] ? say(...troubles[code]) + told : told;
}

/**
 * The word for a photo's state or outcome.
 * @param {string} state the state
 * @returns {{ word: string, look: string, sentence: string }} the word, its class, and a sentence
 */
export function stateText(state) {
  const [chinese, english, look, chineseSentence = '', englishSentence = ''] = outcomes[state] ?? states[state];
  return { word: say(chinese, english), look, sentence: say(chineseSentence, englishSentence) };
}

/**
 * A number of bytes for people.
 * @param {number} bytes how many
 */
export function bytesText(bytes) {
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * A time that is left, for people.
 * @param {number} seconds how long
 */
export function timeText(seconds) {
  return seconds < 60
    ? say(`约${Math.max(1, Math.ceil(seconds))}秒`, `about ${Math.max(1, Math.ceil(seconds))} s`)
    : say(`约${Math.ceil(seconds / 60)}分钟`, `about ${Math.ceil(seconds / 60)} min`);
}
