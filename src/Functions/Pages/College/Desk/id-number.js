// ID numbers (GB 11643) in the names of files, read exactly as the app reads them: Domain/Students/NationalId.

const length = 18;
const checkCharacters = '10X98765432';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const blank = '[\\t-\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]*';
const surroundingBlanks = new RegExp(`^${blank}|${blank}$`, 'g');
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads an ID number. Accepts a lower-case x, full-width digits and surrounding blanks.
 * @param {string} text what stands in a file's name
 * @returns {{ value?: string, fault?: 'shape' | 'date' | 'checksum' }} the 18 characters with a capital X, or what is wrong
 */
export function readIdNumber(text) {
  const value = text.replace(surroundingBlanks, '').replace(/[０-９xｘＸ]/g, storedForm);
  if (value.length !== length || !/^\d{17}[\dX]$/.test(value)) {
    return { fault: 'shape' };
  }
  if (!isDate(Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14)))) {
    return { fault: 'date' };
  }
  const sum = weights.reduce((total, weight, i) => total + weight * Number(value[i]), 0);
  return value[17] === checkCharacters[sum % 11] ? { value } : { fault: 'checksum' };
}

/**
 * The ID number of a file's name: all before the last dot.
 * @param {string} fileName the name without folders
 * @returns {{ value?: string, fault?: 'shape' | 'date' | 'checksum' }} as {@link readIdNumber}
 */
export function idNumberOfFile(fileName) {
  const dot = fileName.lastIndexOf('.');
  return readIdNumber(dot < 0 ? fileName : fileName.slice(0, dot));
}

function storedForm(character) {
  return 'xｘＸ'.includes(character) ? 'X' : String(character.charCodeAt(0) - '０'.charCodeAt(0));
}

function isDate(year, month, day) {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : daysOfMonth[month - 1];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}
