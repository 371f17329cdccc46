/** What stands around the picker, in the order of `PageTexts`; `{merchant}` is filled in. */
type Words = readonly [title: string, note: string, noScript: string, help: string];

/** The words around the picker on Checkout's default page, by language, after the glossary in `src/i18n/README.md`. */
export const pageWords = {
  en: [
    'Payment',
    'Sandbox – no money moves',
    'This page needs JavaScript to show your order. No payment was started. Switch it on, or open the link in another browser.',
    'Questions about the order? Ask {merchant}, who sent you this link. You enter card details only on the page that opens next, never here.',
  ],
  ar: [
    'الدفع',
    'بيئة تجريبية – لا تُحوَّل أي أموال',
    'تحتاج هذه الصفحة إلى JavaScript لعرض طلبك. لم تبدأ أي عملية دفع. فعِّله أو افتح الرابط في متصفح آخر.',
    'هل لديك أسئلة عن الطلب؟ تواصل مع {merchant}، فمن هناك وصلك هذا الرابط. تُدخل بيانات البطاقة في الصفحة التالية فقط، وليس هنا أبدًا.',
  ],
  ca: [
    'Pagament',
    'Entorn de proves: no es mouen diners',
    'Aquesta pàgina necessita JavaScript per mostrar la comanda. No s’ha iniciat cap pagament. Activeu-lo o obriu l’enllaç en un altre navegador.',
    'Teniu preguntes sobre la comanda? Pregunteu-ho a {merchant}, que us ha enviat aquest enllaç. Les dades de la targeta només s’introdueixen a la pàgina següent, mai aquí.',
  ],
  cs: [
    'Platba',
    'Testovací prostředí – žádné peníze se nepřevádějí',
    'Tato stránka potřebuje k zobrazení objednávky JavaScript. Žádná platba nebyla zahájena. Zapněte ho, nebo otevřete odkaz v jiném prohlížeči.',
    'Máte otázky k objednávce? Zeptejte se prodejce {merchant}, který vám tento odkaz poslal. Údaje o kartě zadáte až na následující stránce, nikdy ne tady.',
  ],
  da: [
    'Betaling',
    'Sandkasse – ingen penge flyttes',
    'Siden skal bruge JavaScript for at vise din ordre. Der er ikke startet nogen betaling. Slå det til, eller åbn linket i en anden browser.',
    'Spørgsmål til ordren? Spørg {merchant}, som har sendt dig linket. Du indtaster kun kortoplysninger på den side, der åbner bagefter, aldrig her.',
  ],
  de: [
    'Zahlung',
    'Testumgebung – es fließt kein Geld',
    'Diese Seite braucht JavaScript, um Ihre Bestellung zu zeigen. Es wurde keine Zahlung gestartet. Schalten Sie es ein oder öffnen Sie den Link in einem anderen Browser.',
    'Fragen zur Bestellung? Wenden Sie sich an {merchant}; von dort kommt dieser Link. Kartendaten geben Sie nur auf der nächsten Seite ein, nie hier.',
  ],
  es: [
    'Pago',
    'Entorno de pruebas: no se mueve dinero',
    'Esta página necesita JavaScript para mostrar su pedido. No se ha iniciado ningún pago. Actívelo o abra el enlace en otro navegador.',
    '¿Preguntas sobre el pedido? Consulte a {merchant}, que le ha enviado este enlace. Los datos de la tarjeta solo se introducen en la página siguiente, nunca aquí.',
  ],
  et: [
    'Makse',
    'Testkeskkond – raha ei liigu',
    'See leht vajab tellimuse näitamiseks JavaScripti. Ühtegi makset ei alustatud. Lülitage see sisse või avage link teises brauseris.',
    'Küsimusi tellimuse kohta? Küsige kaupmehelt {merchant}, kes saatis teile selle lingi. Kaardiandmed sisestate ainult järgmisel lehel, mitte kunagi siin.',
  ],
  eu: [
    'Ordainketa',
    'Proba-ingurunea: ez da dirurik mugitzen',
    'Orri honek JavaScript behar du zure eskaera erakusteko. Ez da ordainketarik hasi. Aktibatu, edo ireki esteka beste nabigatzaile batean.',
    'Eskaerari buruzko galderarik? Galdetu {merchant} saltzaileari, berak bidali dizu esteka hau. Txartelaren datuak hurrengo orrian bakarrik idazten dira, inoiz ez hemen.',
  ],
  fi: [
    'Maksu',
    'Testiympäristö – rahaa ei siirry',
    'Tämä sivu tarvitsee JavaScriptiä näyttääkseen tilauksesi. Maksua ei ole aloitettu. Ota se käyttöön tai avaa linkki toisessa selaimessa.',
    'Kysyttävää tilauksesta? Kysy kauppiaalta {merchant}, joka lähetti sinulle tämän linkin. Kortin tiedot annetaan vain seuraavalla sivulla, ei koskaan tällä.',
  ],
  fr: [
    'Paiement',
    'Environnement de test – aucun argent n’est transféré',
    'Cette page a besoin de JavaScript pour afficher votre commande. Aucun paiement n’a été lancé. Activez-le ou ouvrez le lien dans un autre navigateur.',
    'Des questions sur la commande ? Contactez {merchant}, qui vous a envoyé ce lien. Vous saisissez vos données de carte uniquement sur la page suivante, jamais ici.',
  ],
  he: [
    'תשלום',
    'סביבת בדיקה – לא עובר כסף',
    'הדף הזה זקוק ל-JavaScript כדי להציג את ההזמנה שלכם. לא התחיל שום תשלום. הפעילו אותו, או פתחו את הקישור בדפדפן אחר.',
    'יש שאלות על ההזמנה? פנו אל {merchant}, ששלחו לכם את הקישור הזה. את פרטי הכרטיס מזינים רק בדף הבא, אף פעם לא כאן.',
  ],
  hr: [
    'Plaćanje',
    'Testno okruženje – novac se ne prenosi',
    'Ovoj stranici treba JavaScript da bi prikazala vašu narudžbu. Plaćanje nije pokrenuto. Uključite ga ili otvorite poveznicu u drugom pregledniku.',
    'Pitanja o narudžbi? Obratite se trgovcu {merchant}, koji vam je poslao ovu poveznicu. Podatke o kartici unosite samo na sljedećoj stranici, nikada ovdje.',
  ],
  is: [
    'Greiðsla',
    'Prófunarumhverfi – engir peningar færast',
    'Þessi síða þarf JavaScript til að sýna pöntunina þína. Engin greiðsla var hafin. Kveiktu á því eða opnaðu hlekkinn í öðrum vafra.',
    'Spurningar um pöntunina? Hafðu samband við {merchant}, sem sendi þér þennan hlekk. Þú slærð kortaupplýsingar aðeins inn á næstu síðu, aldrei hér.',
  ],
  it: [
    'Pagamento',
    'Ambiente di prova – nessun denaro viene trasferito',
    'Questa pagina ha bisogno di JavaScript per mostrare il tuo ordine. Non è stato avviato alcun pagamento. Attivalo o apri il link in un altro browser.',
    'Domande sull’ordine? Chiedi a {merchant}, che ti ha inviato questo link. I dati della carta si inseriscono solo nella pagina successiva, mai qui.',
  ],
  ja: [
    'お支払い',
    'テスト環境 – 実際の請求はありません',
    'ご注文を表示するには JavaScript が必要です。お支払いは開始されていません。JavaScript を有効にするか、別のブラウザでリンクを開いてください。',
    'ご注文についてのご質問は、このリンクをお送りした{merchant}にお問い合わせください。カード情報のご入力は次のページのみで、このページでお願いすることはありません。',
  ],
  lt: [
    'Mokėjimas',
    'Bandomoji aplinka – pinigai nepervedami',
    'Kad parodytų jūsų užsakymą, šiam puslapiui reikia „JavaScript“. Mokėjimas nebuvo pradėtas. Įjunkite jį arba atidarykite nuorodą kitoje naršyklėje.',
    'Turite klausimų dėl užsakymo? Pasiteiraukite pardavėjo {merchant}, kuris atsiuntė jums šią nuorodą. Kortelės duomenis įvesite tik kitame puslapyje, niekada čia.',
  ],
  nl: [
    'Betaling',
    'Testomgeving – er wordt geen geld overgemaakt',
    'Deze pagina heeft JavaScript nodig om je bestelling te tonen. Er is geen betaling gestart. Zet het aan of open de link in een andere browser.',
    'Vragen over de bestelling? Neem contact op met {merchant}, die je deze link heeft gestuurd. Kaartgegevens vul je alleen op de volgende pagina in, nooit hier.',
  ],
  no: [
    'Betaling',
    'Testmiljø – ingen penger flyttes',
    'Siden trenger JavaScript for å vise bestillingen din. Ingen betaling er startet. Slå det på, eller åpne lenken i en annen nettleser.',
    'Spørsmål om bestillingen? Spør {merchant}, som sendte deg denne lenken. Du oppgir kortopplysninger bare på neste side, aldri her.',
  ],
  pl: [
    'Płatność',
    'Środowisko testowe – żadne pieniądze nie są przelewane',
    'Ta strona potrzebuje JavaScriptu, aby pokazać Twoje zamówienie. Żadna płatność nie została rozpoczęta. Włącz go lub otwórz link w innej przeglądarce.',
    'Masz pytania o zamówienie? Zapytaj sprzedawcę {merchant}, od którego masz ten link. Dane karty podajesz tylko na następnej stronie, nigdy tutaj.',
  ],
  pt: [
    'Pagamento',
    'Ambiente de teste – nenhum dinheiro é movimentado',
    'Esta página precisa de JavaScript para mostrar a sua encomenda. Não foi iniciado nenhum pagamento. Ative-o ou abra o link noutro navegador.',
    'Dúvidas sobre a encomenda? Pergunte a {merchant}, que lhe enviou este link. Os dados do cartão só se introduzem na página seguinte, nunca aqui.',
  ],
  ru: [
    'Оплата',
    'Тестовая среда – деньги не списываются',
    'Чтобы показать ваш заказ, этой странице нужен JavaScript. Платёж не был начат. Включите его или откройте ссылку в другом браузере.',
    'Вопросы о заказе? Обратитесь к продавцу {merchant}, который прислал вам эту ссылку. Данные карты вводятся только на следующей странице и никогда здесь.',
  ],
  sk: [
    'Platba',
    'Testovacie prostredie – žiadne peniaze sa neprevádzajú',
    'Táto stránka potrebuje na zobrazenie objednávky JavaScript. Žiadna platba sa nezačala. Zapnite ho alebo otvorte odkaz v inom prehliadači.',
    'Máte otázky k objednávke? Opýtajte sa predajcu {merchant}, ktorý vám tento odkaz poslal. Údaje o karte zadáte až na nasledujúcej stránke, nikdy nie tu.',
  ],
  sl: [
    'Plačilo',
    'Preizkusno okolje – denar se ne prenaša',
    'Ta stran za prikaz naročila potrebuje JavaScript. Nobeno plačilo se ni začelo. Vklopite ga ali odprite povezavo v drugem brskalniku.',
    'Vprašanja o naročilu? Vprašajte prodajalca {merchant}, ki vam je poslal to povezavo. Podatke o kartici vnesete samo na naslednji strani, nikoli tukaj.',
  ],
  sv: [
    'Betalning',
    'Testmiljö – inga pengar flyttas',
    'Sidan behöver JavaScript för att visa din beställning. Ingen betalning har startats. Slå på det eller öppna länken i en annan webbläsare.',
    'Frågor om beställningen? Kontakta {merchant}, som skickade länken till dig. Kortuppgifter anger du bara på nästa sida, aldrig här.',
  ],
  th: [
    'การชำระเงิน',
    'ระบบทดสอบ – ไม่มีการเรียกเก็บเงินจริง',
    'หน้านี้ต้องใช้ JavaScript เพื่อแสดงคำสั่งซื้อของคุณ ยังไม่มีการเริ่มชำระเงิน โปรดเปิดใช้ JavaScript หรือเปิดลิงก์ในเบราว์เซอร์อื่น',
    'มีคำถามเกี่ยวกับคำสั่งซื้อใช่ไหม โปรดสอบถาม {merchant} ซึ่งเป็นผู้ส่งลิงก์นี้ให้คุณ คุณจะกรอกข้อมูลบัตรในหน้าถัดไปเท่านั้น ไม่ใช่ที่หน้านี้',
  ],
  tr: [
    'Ödeme',
    'Test ortamı – para aktarılmaz',
    'Bu sayfa siparişinizi göstermek için JavaScript gerektirir. Hiçbir ödeme başlatılmadı. JavaScript’i açın ya da bağlantıyı başka bir tarayıcıda açın.',
    'Siparişle ilgili sorunuz mu var? Size bu bağlantıyı gönderen {merchant} ile iletişime geçin. Kart bilgilerinizi yalnızca sonraki sayfada girersiniz, asla burada değil.',
  ],
  zh: [
    '支付',
    '测试环境 – 不会产生真实扣款',
    '此页面需要 JavaScript 才能显示您的订单。未发起支付。请启用 JavaScript，或在其他浏览器中打开链接。',
    '对订单有疑问？请联系向您发送此链接的 {merchant}。银行卡信息只在下一页填写，绝不会在此页填写。',
  ],
} as const satisfies Readonly<Record<string, Words>>;
