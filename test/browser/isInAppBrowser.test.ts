import { describe, expect, it } from 'vitest';
import { isInAppBrowser } from '../../src/browser/isInAppBrowser.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const PIXEL =
  'Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/UP1A.231005.007) AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBVIEW = `${PIXEL.replace('007)', '007; wv)')} Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36`;
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

const IN_APPS: Record<string, string> = {
  'Facebook, iPhone': `${IPHONE} Mobile/21F79 [FBAN/FBIOS;FBAV/468.0.0.41.71;FBBV/610120921;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/17.5;FBSS/3;FBID/phone;FBLC/da_DK;FBOP/80]`,
  'Facebook, Android': `${WEBVIEW} [FB_IAB/FB4A;FBAV/468.0.0.60.79;IABMV/1;]`,
  'Facebook, Android, without a mark of the view': `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.0.0.31.107;]`,
  'Messenger, iPad':
    'Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/20F66 [FBAN/MessengerForiOS;FBAV/442.0.0.42.110;FBDV/iPad13,1;FBSN/iPadOS]',
  'Messenger, Android': `${WEBVIEW} [FB_IAB/Orca-Android;FBAV/450.0.0.42.109;]`,
  'Instagram, iPhone': `${IPHONE} Mobile/21F79 Instagram 335.0.0.34.95 (iPhone16,1; iOS 17_5; da_DK; da; scale=3.00; 1179x2556; 610180322)`,
  'Instagram, iPhone, as Safari': `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 Instagram 350.1.0 (iPhone15,5; iOS 17_5)`,
  'Instagram, Android': `${WEBVIEW} Instagram 295.0.0.32.119 Android (34/14; 420dpi; 1080x2201; Google/google; Pixel 7; panther; en_GB; 520702498)`,
  'LINE, iPhone': `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 Line/14.12.0`,
  'LINE, Android': `${WEBVIEW} Line/14.8.0/IAB`,
  'WeChat, iPhone': `${IPHONE} Mobile/15E148 MicroMessenger/8.0.53(0x1800352e) NetType/4G Language/zh_CN`,
  'WeChat, Android': `${WEBVIEW} XWEB/1160027 MMWEBSDK/20231105 MicroMessenger/8.0.44.2502(0x28002C51) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`,
  'TikTok, iPhone': `${IPHONE} Mobile/15E148 musical_ly_34.0.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/US`,
  'TikTok, Android': `${WEBVIEW} trill_340002 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/34.0.2 ByteLocale/en BytedanceWebview/d8a21c6`,
  'Snapchat, iPhone': `${IPHONE} Mobile/15E148 Snapchat/12.40.0.40 (like Safari/8617.2.4.10.8, panda)`,
  'LinkedIn, iPhone': `${IPHONE} Mobile/15E148 [LinkedInApp]/9.29.8962`,
  'LinkedIn, iPhone, as Safari': `${IPHONE} Mobile/15E148 Safari/604.1 [LinkedInApp]/9.78.4909`,
  'X, iPhone': `${IPHONE} Mobile/21F79 Twitter for iPhone/10.64.1`,
  'X, Android': `${WEBVIEW} TwitterAndroid`,
  'Pinterest, iPad':
    'Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/20F66 [Pinterest/iOS]',
  'Google, iPhone': `${IPHONE} GSA/311.0.635204653 Mobile/15E148 Safari/604.1`,
  'Google, Android': `${WEBVIEW} GSA/15.20.34.29.arm64`,
  'KakaoTalk, iPhone': `${IPHONE} Mobile/15E148 KAKAOTALK 10.8.0`,
  'Telegram, Android': `${ANDROID} Chrome/125.0.6422.165 Mobile Safari/537.36 Telegram-Android/11.4.3 (Google Pixel 7; Android 14; SDK 34; HIGH)`,
  'Outlook, Android': `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36 Outlook-Android/2.0`,
  'a mail app, iPhone': `${IPHONE} Mobile/15E148`,
  'a QR scanner, Android': WEBVIEW,
  'an app on an iPad that asks for desktop pages': MAC,
};

const BROWSERS: Record<string, string> = {
  'Chrome, Android': `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`,
  'Chrome, Windows': `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`,
  'Chrome, iPhone': `${IPHONE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`,
  'Chrome, Chromebook':
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Firefox, Android': 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0',
  'Firefox, Linux': 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
  'Firefox, Mac': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0',
  'Firefox, iPhone': `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`,
  'Firefox Focus, Android': `${PIXEL} Version/4.0 Focus/8.0.15 Chrome/77.0.3865.92 Mobile Safari/537.36`,
  'Samsung Internet': `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
  'Edge, Windows': `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`,
  'Edge, Android': `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.0.0`,
  'Edge, iPhone': `${IPHONE} Version/17.0 EdgiOS/126.0.2592.56 Mobile/15E148 Safari/604.1`,
  'Opera, Android': `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36 OPR/82.0.0.0`,
  'Opera, Windows': `${WINDOWS} Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0`,
  'Opera, iPhone': `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.6.0`,
  'Opera, iPhone, 2022': `${IPHONE} Mobile/15E148 OPT/3.3.6`,
  'Safari, iPhone': `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`,
  'Safari, iPad and Mac': `${MAC} Version/17.5 Safari/605.1.15`,
  'DuckDuckGo, iPhone': `${IPHONE} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
  'DuckDuckGo, iPhone, 2019': `${IPHONE} Mobile/15E148 DuckDuckGo/7`,
  'DuckDuckGo, Android': `${ANDROID} Version/4.0 Chrome/125.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`,
  'Brave, iPhone': `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`,
  'Vivaldi, Windows': `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Vivaldi/6.8.3381.44`,
  'Ecosia, iPhone': `${IPHONE} Version/17.5 Mobile/15E148 Safari/605.1.15 _id/000000`,
  'WebKit of GNOME':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  'happy-dom': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) HappyDOM/0.0.0',
};

describe('isInAppBrowser', () => {
  it.each(Object.entries(IN_APPS))('tells that it is inside an app: %s', (_, userAgent) => {
    expect(isInAppBrowser(userAgent)).toBe(true);
  });

  it.each(Object.entries(BROWSERS))('takes a browser for a browser: %s', (_, userAgent) => {
    expect(isInAppBrowser(userAgent)).toBe(false);
  });
});
